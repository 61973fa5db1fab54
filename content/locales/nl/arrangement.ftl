# Wat een vorm betekent, voor wie wil meedoen.

arrangement-contract = De gemeente betaalt voor het werk. Bij veel geld gelden daar vaste regels voor.
arrangement-subsidy = De gemeente geeft geld voor een plan van jou. Je vertelt later wat je ermee deed.
arrangement-management-agreement = Jij zorgt voor iets van de gemeente. Wij schrijven samen op wie wat doet.
arrangement-rent = Je huurt een plek van de gemeente. Iedereen mag zich melden.
arrangement-loan-for-use = Je mag iets van de gemeente gratis gebruiken. Daarna geef je het terug.
arrangement-sale = De gemeente verkoopt dit. Iedereen mag zich melden.
arrangement-ground-lease = Je mag de grond lang gebruiken. De grond blijft van de gemeente.
arrangement-transfer-of-task = Jij neemt een taak van de gemeente over. De gemeente blijft erop letten.
arrangement-transfer-of-property = Iets van de gemeente wordt van jou. Iedereen mag zich melden.
arrangement-no-money = Er is geen geld bij, en je zit nergens aan vast.
