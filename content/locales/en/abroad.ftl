# What is said to somebody who writes another language than that of the conversation: only the most urgent.
# This file also exists in languages in which we hold no conversation. A native speaker has to read those.

abroad-choose = Hi! Here I speak: { $spoken }. Which language would you like? A colleague may be able to help you in your own language.
abroad-stopped = Done, I have stopped. You will get no more messages from us, not even about an interest. The first button: only news about your own interest. The second button: nothing.
abroad-interest = Fine. You will only hear about your own interest.
abroad-nothing = Fine. You will hear nothing more until you write to us yourself.
abroad-forget = Do you want me to erase your details? Then I erase your messages, your name and how we reach you on every channel. That cannot be undone. Your open interests lapse. The first button: yes, erase everything. The last button: no, keep it.
abroad-forgotten = Your details are erased. Nobody can see them any more, and we no longer know who you are. Within a day they are off the disk too. Only in backups do they remain, until we throw those away. Thank you!
abroad-kept = Fine, I erase nothing.
abroad-human = You can write to a colleague, in your own language too. Only the municipality reads it.
abroad-sent = Your message has been sent. A colleague answers here by { $answer_by } at the latest.
