package org.imprimatur.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house that a compiler does not know; see CONTRIBUTING.md. */
@AnalyzeClasses(packages = "org.imprimatur", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ALL = "org.imprimatur..";
    private static final String[] SERVICES = {
        "org.imprimatur.ingest..",
        "org.imprimatur.analyzer..",
        "org.imprimatur.approver..",
        "org.imprimatur.publisher.."
    };

    /** Packages that decide: no clock, no thread, no Kafka, no file, no library. */
    private static final String[] PURE = {
        "org.imprimatur.ingest.intake",
        "org.imprimatur.ingest.progress",
        "org.imprimatur.analyzer.draft",
        "org.imprimatur.analyzer.organization",
        "org.imprimatur.analyzer.policy",
        "org.imprimatur.analyzer.judge",
        "org.imprimatur.approver.post",
        "org.imprimatur.approver.review",
        "org.imprimatur.publisher.delivery",
        "org.imprimatur.publisher.gate"
    };

    /** Packages that read texts: as pure, but for libraries about text and word lists of our own. */
    private static final String[] ABOUT_TEXT = {
        "org.imprimatur.analyzer.text..",
        "org.imprimatur.analyzer.crowd",
        "org.imprimatur.analyzer.detect..",
        "org.imprimatur.analyzer.encoder",
        "org.imprimatur.analyzer.meaning",
        "org.imprimatur.analyzer.policy.cel"
    };

    private static final String[] TEXT_LIBRARIES = {
        "ai.onnxruntime",
        "com.fasterxml.jackson.core",
        "com.ibm.icu..",
        "com.google.i18n.phonenumbers..",
        "com.google.common..",
        "com.hankcs..",
        "com.twitter.twittertext..",
        "dev.cel..",
        "java.io",
        "java.nio",
        "java.nio.charset",
        "opennlp.tools.langdetect",
        "org.apache.commons.validator..",
        "org.nibor.autolink.."
    };

    /** Packages that talk to the world outside. */
    private static final String[] RIM = {
        "org.imprimatur.*",
        "org.imprimatur.*.adapters..",
        "org.imprimatur.*.api..",
        "org.imprimatur.*.audit..",
        "org.imprimatur.*.cli..",
        "org.imprimatur.*.connectors..",
        "org.imprimatur.*.desk..",
        "org.imprimatur.*.media..",
        "org.imprimatur.*.notify..",
        "org.imprimatur.*.pages..",
        "org.imprimatur.*.reading..",
        "org.imprimatur.*.readmodel..",
        "org.imprimatur.*.screen..",
        "org.imprimatur.*.topology..",
        "org.imprimatur.*.web..",
        "org.imprimatur.*.wire..",
        "org.imprimatur.*.worker.."
    };

    private static final String[] PLAIN_JAVA = {
        "java.lang..", "java.time..", "java.util..", "java.text", "org.jspecify.annotations"
    };

    @ArchTest
    static final ArchRule aPackageOfAServiceIsPureOrRim =
            classes().that().resideInAnyPackage(SERVICES).should().resideInAnyPackage(joined(PURE, ABOUT_TEXT, RIM));

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = slices().matching(
                    "org.imprimatur.(ingest|analyzer|approver|publisher)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule theKitKnowsNobodyOfOurs = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.kit..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ALL).and(resideOutsideOfPackages("org.imprimatur.kit..")));

    @ArchTest
    static final ArchRule theSchemasKnowNobodyOfOurs = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.schemas..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ALL).and(resideOutsideOfPackages("org.imprimatur.schemas..")));

    @ArchTest
    static final ArchRule thePlatformsKnowOnlyTextLibraries = classes()
            .that()
            .resideInAPackage("org.imprimatur.platforms..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(joined(new String[] {"org.imprimatur.platforms.."}, PLAIN_JAVA, TEXT_LIBRARIES));

    @ArchTest
    static final ArchRule theBrokerKnowsNobodyOfOurs = noClasses()
            .that()
            .resideInAPackage("org.imprimatur.broker..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ALL).and(resideOutsideOfPackages("org.imprimatur.broker..")));

    @ArchTest
    static final ArchRule onlyTheRunnerKnowsAService = noClasses()
            .that()
            .resideOutsideOfPackages(SERVICES)
            .and()
            .resideOutsideOfPackage("org.imprimatur.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule whatDecidesIsPure = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(joined(PURE, ABOUT_TEXT, PLAIN_JAVA));

    @ArchTest
    static final ArchRule whatReadsTextIsPureButForLibraries = classes()
            .that()
            .resideInAnyPackage(ABOUT_TEXT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(joined(PURE, ABOUT_TEXT, PLAIN_JAVA, TEXT_LIBRARIES));

    @ArchTest
    static final ArchRule generatedRecordsStayInTheWire = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and()
            .resideOutsideOfPackage("..wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.imprimatur.schemas.avro..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.imprimatur.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyMainsKnowAWholeService = noClasses()
            .that()
            .resideInAnyPackage("org.imprimatur.*.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.imprimatur.ingest",
                    "org.imprimatur.analyzer",
                    "org.imprimatur.approver",
                    "org.imprimatur.publisher");

    @ArchTest
    static final ArchRule theWireKnowsNoneThatUseIt = noClasses()
            .that()
            .resideInAnyPackage("org.imprimatur.*.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.imprimatur.*.api..",
                    "org.imprimatur.*.audit..",
                    "org.imprimatur.*.cli..",
                    "org.imprimatur.*.connectors..",
                    "org.imprimatur.*.pages..",
                    "org.imprimatur.*.screen..",
                    "org.imprimatur.*.topology..",
                    "org.imprimatur.*.web..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .resideOutsideOfPackage("org.imprimatur.schemas.avro..")
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");

    @ArchTest
    static final ArchRule whatDecidesHasNoClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(joined(PURE, ABOUT_TEXT))
            .should(callTheWorld())
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..");

    private static ArchCondition<JavaClass> callTheWorld() {
        Set<String> world = Set.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.LocalDateTime.now()",
                "java.time.ZonedDateTime.now()",
                "java.time.Clock.systemUTC()",
                "java.time.Clock.systemDefaultZone()",
                "java.time.InstantSource.system()",
                "java.util.UUID.randomUUID()",
                "java.lang.System.currentTimeMillis()",
                "java.lang.System.nanoTime()",
                "java.lang.System.getenv()",
                "java.lang.System.getenv(java.lang.String)",
                "java.lang.System.getProperty(java.lang.String)",
                "java.lang.Math.random()");
        return ArchConditions.callMethodWhere(DescribedPredicate.describe(
                "the clock, chance or the environment is asked",
                call -> world.contains(call.getTarget().getFullName())));
    }

    private static String[] joined(String[]... groups) {
        return Stream.of(groups).flatMap(Stream::of).toArray(String[]::new);
    }
}
