package nl.wally.guide;

import java.util.List;

/** Makes files of pages. */
final class Pages {
    static final String HTML = "text/html;charset=UTF-8";

    private Pages() {}

    static Served served(Layout layout, Page page) {
        return Served.of(HTML, layout.html(page));
    }

    /** The page for an address at which there is none. */
    static Page missing(Language words) {
        String body = new Html().element("p", words.notFoundText()).toString();
        return new Page("", words.notFound(), words, List.of(ProsePages.START), null, null, body);
    }
}
