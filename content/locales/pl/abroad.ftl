# Teksty dla osób piszących po polsku. Powinna je przeczytać osoba, dla której polski jest językiem ojczystym.

abroad-choose = Dzień dobry! Mówię tu w tych językach: { $spoken }. Który będzie wygodniejszy? Być może pracownik urzędu pomoże po polsku.
abroad-stopped = Gotowe, wiadomości są wyłączone. Nie wyślemy już niczego, nawet w sprawie zgłoszenia. Pierwszy przycisk: tylko wiadomości o własnym zgłoszeniu. Drugi przycisk: nic.
abroad-interest = Dobrze. Będą przychodzić tylko wiadomości o własnym zgłoszeniu.
abroad-nothing = Dobrze. Nic już nie wyślemy, dopóki nie przyjdzie nowa wiadomość od Państwa.
abroad-forget = Czy mam usunąć dane? Usunę wtedy ze wszystkich kanałów wiadomości, imię i nazwisko oraz dane kontaktowe. Tego nie da się cofnąć. Otwarte zgłoszenia przepadną. Pierwszy przycisk: tak, usuń wszystko. Ostatni przycisk: nie, zostaw.
abroad-forgotten = Dane zostały usunięte. Nikt ich już nie zobaczy, a my nie wiemy już, kto do nas pisał. W ciągu jednego dnia znikną też z dysku. Pozostaną tylko w kopiach zapasowych, dopóki ich nie skasujemy. Dziękujemy!
abroad-kept = Dobrze, niczego nie usuwam.
abroad-human = Można napisać do pracownika urzędu, także po polsku. Wiadomość przeczyta tylko gmina.
abroad-sent = Wiadomość została wysłana. Pracownik odpowie tutaj, najpóźniej { $answer_by }.
