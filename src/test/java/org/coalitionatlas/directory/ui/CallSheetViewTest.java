package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class CallSheetViewTest extends SpringBrowserlessTest {

    @Autowired private IndexCaughtUp indexCaughtUp;
    @Autowired private DirectorySearch directory;

    @BeforeEach
    void indexIsUpToDate() {
        indexCaughtUp.await();
    }

    @Test
    void ticked_services_become_a_call_sheet_in_the_order_they_were_ticked() {
        navigate("directory", DirectoryView.class);
        List<CallCard> cards = $(CallCard.class).all();
        test(pick(cards.get(1))).click();
        test(pick(cards.get(0))).click();
        RouterLink open =
                $(RouterLink.class, $(SheetPicker.class).single())
                        .withText("Open the call sheet")
                        .single();
        assertThat(text($(SheetPicker.class).single())).contains("2 services");
        UI.getCurrent()
                .navigate(
                        CallSheetView.class,
                        QueryParameters.fromString(open.getHref().replaceFirst("^[^?]*\\?", "")));
        assertThat(titles()).containsExactly(title(cards.get(1)), title(cards.get(0)));
    }

    @Test
    void contacts_on_the_sheet_are_those_the_reader_may_see_trained_first() {
        ServiceView service = find("case management rockford survivor advocates");
        open(List.of(service.id()));
        assertThat(text($(CallSheetView.class).single()))
                .contains("Paula Esquivel")
                .contains("For members of the coalition only");
    }

    @Test
    void services_move_and_leave_by_button() {
        List<UUID> ids =
                directory.search(SearchRequest.of("")).hits().stream()
                        .map(Hit::service)
                        .map(ServiceView::id)
                        .limit(3)
                        .toList();
        open(ids);
        List<String> before = titles();
        test($(Button.class).withText("Up").all().getFirst()).click();
        assertThat(titles()).containsExactly(before.get(1), before.get(0), before.get(2));
        test($(Button.class).withText("Remove").all().getLast()).click();
        assertThat(titles()).containsExactly(before.get(1), before.get(0));
    }

    @Test
    void a_service_that_is_gone_is_said_to_be_gone_and_an_empty_sheet_says_what_to_do() {
        open(List.of(UUID.randomUUID()));
        assertThat(titles()).containsExactly("No longer listed");
        UI.getCurrent().navigate(CallSheetView.class);
        assertThat($(EmptyState.class).all()).hasSize(1);
    }

    private ServiceView find(String text) {
        return directory.search(SearchRequest.of(text)).hits().getFirst().service();
    }

    private void open(List<UUID> ids) {
        UI.getCurrent()
                .navigate(
                        CallSheetView.class,
                        QueryParameters.of(CallSheetView.IDS, new CallSheet(ids).toString()));
    }

    private Checkbox pick(CallCard card) {
        return $(Checkbox.class, card).single();
    }

    private List<String> titles() {
        return $(H2.class, $(CallSheetView.class).single()).all().stream()
                .filter(title -> title.getId().orElse("").startsWith("t-"))
                .map(CallSheetViewTest::text)
                .toList();
    }

    private String title(CallCard card) {
        return text($(H2.class, card).single());
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
