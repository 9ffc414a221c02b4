package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a coordinator takes out is gone for everybody when they are told so: nothing waits here. */
@DemoTest
class TakenOutAtOnceTest {

    @Autowired private ApplicationContext product;
    @Autowired private DirectoryCommands commands;
    @Autowired private DirectorySearch search;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private TransactionTemplate transaction;

    @Test
    void a_withheld_service_is_on_no_page_and_in_no_search() {
        var made = OwnRecord.named("Tamsin Withheld").make(product);
        index.await();
        assertThat(search.publishedService(made.service())).isPresent();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> commands.withhold(RecordKind.SERVICE, made.service(), "Moving house."));
        assertThat(search.publishedService(made.service())).isEmpty();
        assertThat(search.searchPublished(SearchRequest.of("Tamsin")).total()).isZero();
        made.archive(product);
    }

    @Test
    void an_archived_organization_takes_its_services_along() {
        var made = OwnRecord.named("Tamsin Archived").make(product);
        index.await();
        assertThat(search.publishedOrganization(made.organization())).isPresent();
        made.archive(product);
        assertThat(search.publishedOrganization(made.organization())).isEmpty();
        assertThat(search.publishedService(made.service())).isEmpty();
    }

    @Test
    void what_is_taken_back_before_the_commit_is_still_there() {
        var made = OwnRecord.named("Tamsin Undone").make(product);
        index.await();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        transaction.executeWithoutResult(
                                status -> {
                                    commands.archiveOrganization(made.organization());
                                    status.setRollbackOnly();
                                }));
        assertThat(search.publishedOrganization(made.organization())).isPresent();
        made.archive(product);
    }
}
