package org.coalitionatlas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms keep to their doors (ARCHITECTURE rules 5 and 6). */
class ModularityTests {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.coalitionatlas");

    @Test
    void rooms_use_only_the_rooms_they_name() {
        ApplicationModules.of(AtlasApplication.class).verify();
    }

    @Test
    void vaadin_stays_in_ui_and_shell() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "..shell..", "org.coalitionatlas")
                .and()
                .haveNameNotMatching(".*identity\\.SecurityConfiguration.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(PRODUCT);
    }

    @Test
    void servlets_stay_in_web_identity_and_shell() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..identity..", "..shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(PRODUCT);
    }

    @Test
    void every_public_method_of_a_service_says_who_may_call_it() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(org.springframework.stereotype.Component.class)
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Access")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("..taxonomy..", "..geography..", "..ui..", "..web..")
                .and(DescribedPredicate.not(openBecause()))
                .should()
                .beAnnotatedWith(org.springframework.security.access.prepost.PreAuthorize.class)
                .check(PRODUCT);
    }

    /**
     * Operations that read no record and change none, and the two by which screens that stay open
     * are looked after when nobody asks. Whatever is added here needs such a reason.
     */
    private static DescribedPredicate<JavaMethod> openBecause() {
        var reasons =
                Map.of(
                        "today's name of a cycle",
                        Set.of(
                                "Assessments.currentCycle",
                                "Responses.currentCycle",
                                "Cycles.thisYear"),
                        "questions that everybody may read",
                        Set.of(
                                "Instruments.asking",
                                "Instruments.find",
                                "Instruments.latest",
                                "Instruments.of"),
                        "works on what it is handed",
                        Set.of(
                                "ResponseCsv.read",
                                "ResponseCsv.write",
                                "MapDrawing.svg",
                                "WhyFound.seek",
                                "People.requireGood",
                                "MouRenewals.isDue",
                                "WayOut.getUrl"),
                        "says who is asking and what they may",
                        Set.of(
                                "CurrentPerson.find",
                                "CurrentPerson.get",
                                "CurrentPerson.reader",
                                "DirectoryCorrections.mayEdit"),
                        "looks after screens that are open",
                        Set.of("SheetNews.listen", "ResponseChanges.of", "Accounts.standingOf"));
        Set<String> open =
                reasons.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return DescribedPredicate.describe(
                "open for a reason",
                method ->
                        open.contains(
                                method.getOwner().getSimpleName() + "." + method.getName()));
    }
}
