browse-found = You can take part in these now:
browse-none = Nothing is open here now. Have a look at another neighbourhood or theme.
browse-pick = Which one would you like to know more about?
    .more = More of these
    .nearby = Other neighbourhood
    .theme = By theme
    .all = All, newest first
    .unclear = Choose an opportunity from the list, or type its name.
