package nl.wally;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps a server in a process of its own as it is delivered: its class path has tests on it, some are configurations. */
public final class WithoutTests extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) {
        return type.getResource().toString().contains("test-classes");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WithoutTests;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
