package nl.wally.guide;

/** The languages of the guide, each with the words around a page. */
enum Language {
    ENGLISH(
            "en",
            "Skip to the text",
            "Menu",
            "You are here",
            "On this page",
            "Previous",
            "Next",
            "Page not found",
            "There is no such page in this guide. The menu leads to all pages, and the list of artifacts to every profile."),
    DUTCH(
            "nl",
            "Naar de tekst",
            "Menu",
            "U bent hier",
            "Op deze pagina",
            "Vorige",
            "Volgende",
            "Pagina niet gevonden",
            "Deze pagina bestaat niet in deze gids. Het menu leidt naar alle pagina's.");

    private final String code;
    private final String skip;
    private final String menu;
    private final String here;
    private final String contents;
    private final String previous;
    private final String next;
    private final String notFound;
    private final String notFoundText;

    Language(
            String code,
            String skip,
            String menu,
            String here,
            String contents,
            String previous,
            String next,
            String notFound,
            String notFoundText) {
        this.code = code;
        this.skip = skip;
        this.menu = menu;
        this.here = here;
        this.contents = contents;
        this.previous = previous;
        this.next = next;
        this.notFound = notFound;
        this.notFoundText = notFoundText;
    }

    /** The language of a page by its name: {@code index-nl} is Dutch. */
    static Language of(String page) {
        return page.endsWith("-nl") ? DUTCH : ENGLISH;
    }

    public String getCode() {
        return code;
    }

    public String getSkip() {
        return skip;
    }

    public String getMenu() {
        return menu;
    }

    public String getHere() {
        return here;
    }

    public String getContents() {
        return contents;
    }

    public String getPrevious() {
        return previous;
    }

    public String getNext() {
        return next;
    }

    String notFound() {
        return notFound;
    }

    String notFoundText() {
        return notFoundText;
    }
}
