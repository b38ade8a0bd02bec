package nl.wally.guide;

import java.util.List;
import nl.wally.guide.Outline.Link;
import org.jspecify.annotations.Nullable;

/**
 * One page, ready to be put into the layout.
 *
 * @param file the name of its file, for instance {@code states.html}
 * @param trail what stands above it, from the start page on
 */
record Page(
        String file,
        String title,
        Language language,
        List<Link> trail,
        @Nullable Link previous,
        @Nullable Link next,
        String body) {}
