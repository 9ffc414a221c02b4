package org.coalitionatlas.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * Who may open which screen: every one there is, asked for by its address as each role. What is
 * for coordinators or administrators alone is written down here; a screen that is new and not named
 * here has to open for members, or this test asks for the decision.
 */
@DemoTest
class ScreensByRoleTest extends SpringBrowserlessTest {

    private static final Set<String> ADMINISTRATORS_ONLY =
            Set.of("admin", "admin/coalition", "admin/mail");

    private static final Set<String> NOT_FOR_MEMBERS =
            Set.of(
                    "assessment/:county/invitations",
                    "capacity/coalition",
                    "cockpit",
                    "cockpit/reminders",
                    "demand",
                    "duplicates",
                    "duplicates/merge/:kind/:id/:other?",
                    "exchange/import",
                    "exchange/import/job",
                    "review");

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void a_member_opens_what_is_for_everybody() {
        var refused = new TreeSet<String>(ADMINISTRATORS_ONLY);
        refused.addAll(NOT_FOR_MEMBERS);
        assertThat(refused()).isEqualTo(refused);
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_opens_all_but_the_administration() {
        assertThat(refused()).isEqualTo(new TreeSet<>(ADMINISTRATORS_ONLY));
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
    void an_administrator_opens_everything() {
        assertThat(refused()).isEmpty();
    }

    @Test
    @WithAnonymousUser
    void nobody_else_opens_anything() {
        assertThat(routes()).hasSizeGreaterThan(30);
        for (String route : routes()) {
            assertThat(opened(route)).as(route).isFalse();
        }
    }

    private static Set<String> refused() {
        return routes().stream()
                .filter(
                        route -> {
                            UI.getCurrent().navigate(address(route));
                            return shown() instanceof AccessDeniedView;
                        })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // Whoever is not signed in is led to the sign-in page; here that is no screen or an exception.
    private static boolean opened(String route) {
        try {
            UI.getCurrent().navigate(address(route));
        } catch (RuntimeException e) {
            return false;
        }
        Object view = shown();
        return view != null
                && view.getClass().isAnnotationPresent(Route.class)
                && view.getClass().getAnnotation(Route.class).value().equals(route);
    }

    private static Object shown() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .orElse(null);
    }

    /** The address of a record that is not there: being refused comes before being missed. */
    private static String address(String route) {
        String path = route.equals("exchange/import/job") ? route + "/:id" : route;
        return path.replace(":county", "17201")
                .replace(":fips", "17201")
                .replace(":need", "A3")
                .replace(":kind", "organization")
                .replace(":instrument", "capacity-checklist")
                .replace("/:other?", "")
                .replace(":id", UUID.randomUUID().toString())
                .replace(":response", UUID.randomUUID().toString());
    }

    private static List<String> routes() {
        var screens = new ClassPathScanningCandidateComponentProvider(false);
        screens.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return screens.findCandidateComponents("org.coalitionatlas").stream()
                .map(found -> route(Objects.requireNonNull(found.getBeanClassName())))
                .sorted()
                .toList();
    }

    private static String route(String screen) {
        try {
            return Class.forName(screen, false, ScreensByRoleTest.class.getClassLoader())
                    .getAnnotation(Route.class)
                    .value();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
