package nl.wally.ops.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;

/**
 * What is left out of the jar is needed by nobody who may be asked for something: each class of HAPI or of the validator that
 * names a class which is not there was looked at. One that is new here would be a 500 for the first who comes to it.
 */
class LeftOutTest {
    private static final String CLASS = ".class";
    private static final int TAG_OF_A_CLASS = 7;

    /** Through these requests go; models name nothing but each other. */
    private static final Pattern LIBRARIES = Pattern.compile(
            "(hapi-fhir-(base|server|storage|jpaserver-base|jpaserver-searchparam|validation|converter)|org\\.hl7\\.fhir\\.(r4|r5"
                    + "|utilities|validation|convertors|dstu3)|hibernate-search-.*)-[0-9].*\\.jar");

    private static final Pattern LOOKED_AT = Pattern.compile(String.join(
            "|",
            // Other versions of FHIR, or what reads them.
            ".*R4B.*",
            ".*/r4b/.*",
            ".*/SubscriptionCanonicalizer.*",
            ".*/CommonCodeSystemsTerminologyService.*",
            ".*/InMemoryTerminologyServerValidationSupport.*",
            "org/hl7/fhir/validation/(BaseValidator|IgLoader|NativeHostServices|ValidationEngine|VersionConvertor).*",
            ".*/StructureDefinitionValidator.*",
            // Ways between other versions, and tools; a StructureMap is kept by nobody.
            ".*/convertors/(VersionConversionService|(advisors|loaders|misc)/.*|txClient/TerminologyClientR3)",
            ".*/convertors/.*(ConversionContext|VersionConvertorFactory_)(10|14|30|43)_.*",
            ".*/StructureMap40_50",
            ".*/converters/canonical/(SubscriptionTopic|Version)Canonicalizer",
            "org/hibernate/search/backend/elasticsearch/.*",
            // Full text search, GraphQL, RDF, XML Patch, Schematron, mail and imports by HAPI: no door leads there.
            "ca/uhn/fhir/jpa/search/(elastic|lastn)/.*",
            ".*/HapiHSearchAnalysisConfigurers.*",
            ".*/graphql/GraphQLProvider.*",
            "ca/uhn/fhir/context/FhirContext",
            ".*/RDF(Parser|Util).*",
            ".*/XmlPatchUtils",
            ".*/SchematronBaseValidator",
            ".*/MailSvc.*",
            ".*/BulkDataImportSvcImpl.*",
            ".*/JpaSystemProvider",
            // What HAPI's own builders of a pool bring.
            ".*/ConnectionPoolInfoProvider.*",
            ".*/BaseCaptureQueriesListener.*",
            // A parameter of type number on a Duration; R4 has none.
            ".*/BaseSearchParamExtractor",
            // Readers of XML by another way than HAPI's, spreadsheets, diagrams, tests and downloads of the validator.
            ".*/(XmlParser|XmlParserBase|OpenehrXmlParser|ToolsXmlParser|XhtmlParser|LoincToDEConvertor|ToolsHelper)",
            ".*/XLSXWriter",
            "org/hl7/fhir/r5/(renderers|testfactory|comparison|conformance/ShExGenerator).*",
            "org/hl7/fhir/utilities/(http|tests)/.*",
            "org/hl7/fhir/utilities/(FTPClient|MarkDownProcessor|XsltUtilities)",
            // The signature of a Bundle, over which the validator stumbles: StumblingTest.
            ".*/BundleValidator"));

    @Test
    void nobodyIsAskedWhoNeedsWhatIsLeftOut() throws IOException {
        TakenApart apart = new TakenApart();
        Set<String> present = new HashSet<>();
        List<Path> libraries = new ArrayList<>();
        for (Path file : classPath()) {
            if (file.toString().endsWith(".jar")) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(name -> !apart.leavesOut(file, name))
                            .map(name -> name.replaceFirst("^META-INF/versions/[0-9]+/", ""))
                            .forEach(present::add);
                }
                if (LIBRARIES.matcher(file.getFileName().toString()).matches()) {
                    libraries.add(file);
                }
            }
        }
        Set<String> stranded = new TreeSet<>();
        for (Path library : libraries) {
            stranded.addAll(stranded(library, present));
        }
        assertThat(libraries).hasSize(18);
        assertThat(stranded)
                .isNotEmpty()
                .allMatch(found -> LOOKED_AT.matcher(found.split("[ $]", 2)[0]).matches());
    }

    private static List<Path> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).map(Path::of).toList();
    }

    /** Those in a library that name what is not there, each with the first such name. */
    private static List<String> stranded(Path library, Set<String> present) throws IOException {
        List<String> stranded = new ArrayList<>();
        try (JarFile jar = new JarFile(library.toFile())) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(CLASS)
                            && present.contains(entry.getName())
                            && !entry.getName().contains("/model/")
                            && !entry.getName().startsWith("META-INF/"))
                    .toList();
            for (JarEntry one : classes) {
                try (InputStream content = jar.getInputStream(one)) {
                    named(content.readAllBytes())
                            .filter(name -> !isThere(name + CLASS, present))
                            .findFirst()
                            .ifPresent(missing ->
                                    stranded.add(one.getName().replaceFirst("\\.class$", " names ") + missing));
                }
            }
        }
        return stranded;
    }

    private static boolean isThere(String name, Set<String> present) {
        if (!present.contains(name) && isOfJavaOrOurs(name)) {
            present.add(name);
        }
        return present.contains(name);
    }

    private static boolean isOfJavaOrOurs(String name) {
        return ClassLoader.getPlatformClassLoader().getResource(name) != null
                || classPath().stream().anyMatch(folder -> Files.exists(folder.resolve(name)));
    }

    /** The classes that a class names, but for arrays of them. */
    private static Stream<String> named(byte[] content) {
        ClassReader reader = new ClassReader(content);
        char[] buffer = new char[reader.getMaxStringLength()];
        List<String> names = new ArrayList<>();
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset > 0 && content[offset - 1] == TAG_OF_A_CLASS) {
                names.add(reader.readUTF8(offset, buffer));
            }
        }
        return names.stream().filter(name -> !name.startsWith("["));
    }
}
