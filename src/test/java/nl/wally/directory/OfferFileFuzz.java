package nl.wally.directory;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wally.directory.ImportRules.Facts;
import nl.wally.directory.ImportRules.Provider;
import nl.wally.directory.OfferSheet.Line;
import nl.wally.directory.OfferSheet.Sheet;

/** A file becomes a plan, or a list of what is wrong with it; and what was understood is the same once it was exported. */
class OfferFileFuzz {
    private static final String OWN = "Organization/social-1";
    private static final ImportRules IMPORT = new ImportRules(OfferRulesTest.RULES);
    private static final Facts FACTS = new Facts(
            OWN,
            Map.of("walking-group", new Listed(OfferRulesTest.walkingGroup(), "Raster")),
            Map.of("raster", List.of(new Provider(OWN, true))));

    @FuzzTest
    void file(byte[] file) {
        Sheet sheet = OfferSheet.read(OfferSheet.decode(file));
        Plan plan = IMPORT.plan(sheet, FACTS);
        plan.fingerprint();
        plan.newProviders();
        if (plan.wrong().isEmpty()) {
            requireSameAgain(plan);
        }
    }

    private static void requireSameAgain(Plan plan) {
        List<OfferText> texts = new ArrayList<>();
        for (Plan.Entry entry : plan.entries()) {
            texts.add(OfferRulesTest.RULES
                    .read(entry.offer())
                    .with(Column.KEY, entry.text().at(Column.KEY))
                    .with(Column.PROVIDER, entry.text().at(Column.PROVIDER)));
        }
        String exported = OfferSheet.write(texts);
        List<OfferText> again =
                OfferSheet.read(exported).lines().stream().map(Line::text).toList();
        if (!again.equals(texts)) {
            throw new AssertionError("Not the same once it was exported: " + exported);
        }
    }
}
