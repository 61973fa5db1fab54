# What an arrangement means, for whoever wants to take part.

arrangement-contract = The municipality pays for the work. Where it is much money, fixed rules apply.
arrangement-subsidy = The municipality gives money for a plan of yours. Later you tell what you did with it.
arrangement-management-agreement = You look after something of the municipality. We write down together who does what.
arrangement-rent = You rent a place from the municipality. Everybody may come forward.
arrangement-loan-for-use = You may use something of the municipality free of charge. Afterwards you give it back.
arrangement-sale = The municipality sells this. Everybody may come forward.
arrangement-ground-lease = You may use the ground for a long time. It still belongs to the municipality.
arrangement-transfer-of-task = You take over a task of the municipality. The municipality still keeps an eye on it.
arrangement-transfer-of-property = Something of the municipality becomes yours. Everybody may come forward.
arrangement-no-money = No money is involved, and you are not tied to anything.
