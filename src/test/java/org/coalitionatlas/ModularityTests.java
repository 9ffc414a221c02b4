package org.coalitionatlas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
                .areAnnotatedWith(org.springframework.transaction.annotation.Transactional.class)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Access")
                .should()
                .beAnnotatedWith(org.springframework.security.access.prepost.PreAuthorize.class)
                .check(PRODUCT);
    }
}
