package dev.mysqlsmith;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, and what is banned. */
@AnalyzeClasses(packages = "dev.mysqlsmith", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.mysqlsmith.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theBottomKnowsNothingAboveIt = noClasses()
            .that()
            .resideInAnyPackage("..mysqlsmith.grammar..", "..mysqlsmith.random..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..mysqlsmith.schema..",
                    "..mysqlsmith.generate..",
                    "..mysqlsmith.server..",
                    "..mysqlsmith.execute..",
                    "..mysqlsmith.oracle..",
                    "..mysqlsmith.finding..",
                    "..mysqlsmith.reduce..",
                    "..mysqlsmith.verify..",
                    "..mysqlsmith.campaign..",
                    "..mysqlsmith.report..",
                    "..mysqlsmith.junit..");

    @ArchTest
    static final ArchRule makingStatementsKnowsNoServer = noClasses()
            .that()
            .resideInAnyPackage("..mysqlsmith.grammar..", "..mysqlsmith.random..", "..mysqlsmith.generate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "com.mysql..", "..mysqlsmith.server..", "..mysqlsmith.execute..");

    @ArchTest
    static final ArchRule theSchemaIsReadThroughSessions = noClasses()
            .that()
            .resideInAPackage("..mysqlsmith.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "com.mysql..");

    @ArchTest
    static final ArchRule theGrammarHasNoRandomness = noClasses()
            .that()
            .resideInAPackage("..mysqlsmith.grammar..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..mysqlsmith.random..");

    @ArchTest
    static final ArchRule oraclesKnowNoGeneratorInternals = noClasses()
            .that()
            .resideInAPackage("..mysqlsmith.oracle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..mysqlsmith.generate..", "..mysqlsmith.reduce..", "..mysqlsmith.campaign..");

    @ArchTest
    static final ArchRule reductionKnowsNoGenerator = noClasses()
            .that()
            .resideInAnyPackage("..mysqlsmith.reduce..", "..mysqlsmith.verify..", "..mysqlsmith.finding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..mysqlsmith.generate..", "..mysqlsmith.campaign..", "..mysqlsmith.report..");

    @ArchTest
    static final ArchRule serversKnowNothingOfFuzzing = noClasses()
            .that()
            .resideInAnyPackage("..mysqlsmith.server..", "..mysqlsmith.execute..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..mysqlsmith.generate..",
                    "..mysqlsmith.oracle..",
                    "..mysqlsmith.finding..",
                    "..mysqlsmith.reduce..",
                    "..mysqlsmith.verify..",
                    "..mysqlsmith.campaign..");

    @ArchTest
    static final ArchRule nobodyNeedsJunitButItsExtension = noClasses()
            .that()
            .resideOutsideOfPackage("..mysqlsmith.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "..mysqlsmith.junit..");

    @ArchTest
    static final ArchRule oneSourceOfRandomness = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.SplittableRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(java.util.Collections.class, "shuffle", java.util.List.class);

    @ArchTest
    static final ArchRule noClockMakesADecisionAboutStatements = noClasses()
            .that()
            .resideInAnyPackage(
                    "..mysqlsmith.grammar..",
                    "..mysqlsmith.random..",
                    "..mysqlsmith.generate..",
                    "..mysqlsmith.schema..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Instant");

    @ArchTest
    static final ArchRule theCoreIsSilent = noClasses()
            .that()
            .resideOutsideOfPackage("..mysqlsmith.grammar.build..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);
}
