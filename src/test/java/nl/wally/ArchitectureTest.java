package nl.wally;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Pattern;
import nl.wally.fhir.Step;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;

/** Sentences about the code that a compiler does not hold; {@code docs/architecture.md} tells why. */
@AnalyzeClasses(packages = "nl.wally", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern ROLE_NAMES_WE_DO_NOT_USE =
            Pattern.compile("(Abstract|My|Our).*|.*(Impl|Utils?|Helper|Manager|Dto|Service|Handler|Repository|Facade)");

    @ArchTest
    static final ArchRule RULES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "ca.uhn.fhir.jpa..",
                    "ca.uhn.fhir.rest..",
                    "jakarta.persistence..",
                    "jakarta.servlet..",
                    "java.sql..",
                    "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_FHIR_KNOWS_JPA = noClasses()
            .that()
            .resideOutsideOfPackage("nl.wally.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ca.uhn.fhir.jpa..", "ca.uhn.fhir.rest..", "jakarta.persistence..", "org.springframework.orm..");

    @ArchTest
    static final ArchRule ONLY_THE_DOORS_SPEAK_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "nl.wally.fhir.rest..",
                    "nl.wally.access..",
                    "nl.wally.people..",
                    "nl.wally.guide..",
                    // What an operator and a load balancer ask.
                    "nl.wally.ops.watching..",
                    // These have pages of their own behind the sign-in.
                    "nl.wally.mail..",
                    "nl.wally.worklist..",
                    "nl.wally.directory..",
                    "nl.wally.referring..",
                    "nl.wally.practice..",
                    "nl.wally.coordination..",
                    "nl.wally.reporting..",
                    "nl.wally.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.http..", "org.springframework.web..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .doNotHaveSimpleName("TimeConfig")
            .should()
            .callMethodWhere(target(nameStartingWith("now"))
                    .and(target(owner(resideInAnyPackage("java.time..", "org.hl7.fhir.."))))
                    .and(describe(
                            "takes no clock",
                            call -> call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class)))))
            .orShould()
            .callMethodWhere(target(nameStartingWith("system"))
                    .and(target(owner(describe("Clock", isClass(Clock.class))))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should(have(
                    "a role name that says nothing",
                    type -> ROLE_NAMES_WE_DO_NOT_USE
                            .matcher(type.getSimpleName())
                            .matches()));

    @ArchTest
    static final ArchRule STEPS_ARE_CALLED_STEP = suffixHolds("Step", type -> type.isAssignableTo(Step.class));

    @ArchTest
    static final ArchRule CONFIGURATIONS_ARE_CALLED_CONFIG =
            suffixHolds("Config", type -> type.isAnnotatedWith(Configuration.class));

    @ArchTest
    static final ArchRule SETTINGS_ARE_CALLED_PROPERTIES =
            suffixHolds("Properties", type -> type.isAnnotatedWith(ConfigurationProperties.class));

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_CALLED_CONTROLLER =
            suffixHolds("Controller", type -> type.isMetaAnnotatedWith(Controller.class));

    @ArchTest
    static final ArchRule WHAT_IS_THROWN_IS_CALLED_EXCEPTION =
            suffixHolds("Exception", type -> type.isAssignableTo(Throwable.class));

    @ArchTest
    static final ArchRule STANDARD_STREAMS_ARE_SILENT = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule FIELDS_ARE_NOT_INJECTED = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule ONE_WAY_TO_LOG = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static java.util.function.Predicate<JavaClass> isClass(Class<?> type) {
        return javaClass -> javaClass.isEquivalentTo(type);
    }

    /** Whoever is one has the suffix, and whoever has the suffix is one. */
    private static ArchRule suffixHolds(String suffix, java.util.function.Predicate<JavaClass> isOne) {
        return noClasses().should(have("the suffix " + suffix + " without being one, or the other way round", type -> {
            boolean named = type.getSimpleName().endsWith(suffix);
            return type.isTopLevelClass() && !type.isInterface() && named != isOne.test(type);
        }));
    }

    private static ArchCondition<JavaClass> have(String what, java.util.function.Predicate<JavaClass> predicate) {
        return ArchCondition.from(describe("have " + what, predicate));
    }
}
