package net.sourceforge.plantuml;

import org.jspecify.annotations.Nullable;

/**
 * Stands in for a class of PlantUML: HAPI's FHIRPath Patch asks it, of all classes, whether a part of a path is empty, and
 * without it every path with an index or a function fails. The library itself is 17 MB that draw diagrams, and is left out
 * (ADR 43).
 */
public final class StringUtils {
    private StringUtils() {}

    /** Whether there is more than white space in it. */
    public static boolean isNotEmpty(@Nullable CharSequence text) {
        return text != null && !text.toString().isBlank();
    }
}
