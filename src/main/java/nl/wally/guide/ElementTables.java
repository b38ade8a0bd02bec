package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Locale;
import java.util.Objects;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.renderers.Renderer.RenderingStatus;
import org.hl7.fhir.r5.renderers.StructureDefinitionRenderer;
import org.hl7.fhir.r5.renderers.utils.RenderingContext;
import org.hl7.fhir.r5.renderers.utils.RenderingContext.GenerationRules;
import org.hl7.fhir.r5.renderers.utils.RenderingContext.ResourceRendererMode;
import org.hl7.fhir.r5.renderers.utils.ResourceWrapper;
import org.hl7.fhir.utilities.MarkDownProcessor;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a profile's elements as all FHIR guides have them, by HL7's own renderer; {@link ElementRows} dresses them
 * for this guide. What the renderer reads for it takes memory and is given back when memory is short.
 */
final class ElementTables {
    /** Starts the anchors of the table that shows all elements. */
    static final String ALL = "s";

    private final FhirContext context;
    private final Definitions definitions;
    private final SpecLinks links;
    private @Nullable SoftReference<GuideContext> worker;

    ElementTables(FhirContext context, Definitions definitions, SpecLinks links) {
        this.context = context;
        this.definitions = definitions;
        this.links = links;
    }

    /** What this profile adds to what it is derived from. */
    String differential(String url, String caption) {
        return table(url, caption, true);
    }

    /** All elements, whether the profile says something about them or not. */
    String snapshot(String url, String caption) {
        return table(url, caption, false);
    }

    /** One at a time: the renderer's context is not made for several. */
    private synchronized String table(String url, String caption, boolean differential) {
        GuideContext definitionsByUrl = worker();
        StructureDefinition profile = Objects.requireNonNull(
                definitionsByUrl.fetchResource(StructureDefinition.class, url), () -> "No profile " + url);
        var rendering = new RenderingContext(
                definitionsByUrl,
                new MarkDownProcessor(MarkDownProcessor.Dialect.COMMON_MARK),
                null,
                SpecLinks.SPECIFICATION,
                "",
                Locale.ENGLISH,
                ResourceRendererMode.TECHNICAL,
                GenerationRules.VALID_RESOURCE);
        rendering.setPkp(new ElementLinks(context, links));
        rendering.setNoSlowLookup(true);
        String prefix = differential ? "d" : ALL;
        try {
            XhtmlNode table = new StructureDefinitionRenderer(rendering)
                    .generateTable(
                            new RenderingStatus(),
                            null,
                            profile,
                            differential,
                            // Pictures in the text rather than in files; they are left out later, so none is looked
                            // for.
                            "no-folder",
                            true,
                            profile.getId(),
                            !differential,
                            SpecLinks.SPECIFICATION,
                            "",
                            false,
                            false,
                            null,
                            false,
                            rendering,
                            prefix,
                            ResourceWrapper.forResource(rendering, profile),
                            prefix);
            return new ElementRows(prefix, links).html(table, caption);
        } catch (IOException e) {
            throw new UncheckedIOException(url + " cannot be rendered", e);
        }
    }

    private GuideContext worker() {
        GuideContext known = worker == null ? null : worker.get();
        if (known == null) {
            known = new GuideContext(context, definitions, links);
            worker = new SoftReference<>(known);
        }
        return known;
    }
}
