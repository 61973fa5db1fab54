candidate-words = Je hebt ook belangstelling voor “{ $title }”. Vertel kort wie je bent en wat je ermee wilt doen. Alleen de gemeente leest dit.
candidate-thanks = Dank je, dit is doorgegeven. De gemeente kijkt er eerst naar. Daarvoor beslist zij niets. Je krijgt hier antwoord, uiterlijk { $answer_by }.
