join-sure = You have been invited by “{ $party }”. Would you like to become a contact person too? Then you read along, and you may answer.
    .yes = Yes, count me in
    .unclear = Type yes to join. Type no if you would rather not.
join-done = Welcome! You are now a contact person of “{ $party }” too.
