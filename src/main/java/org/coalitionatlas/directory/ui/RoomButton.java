package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.Capacity;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.ServiceView;

/** Says in two steps whether a service has room today; nobody has to approve it. */
final class RoomButton extends Composite<Button> {

    RoomButton(
            ServiceView service, DirectoryCommands commands, DirectoryWords words, Runnable done) {
        getContent().setText(words.text("review.room"));
        getContent()
                .addClickListener(
                        click -> {
                            var field = new CapacityField(words);
                            field.setValue(
                                    Capacity.of(
                                            service.capacity(),
                                            words.today(),
                                            service.capacityNote()));
                            var dialog = new Dialog(field);
                            dialog.setHeaderTitle(words.text("review.room.title", service.name()));
                            var save =
                                    new Button(
                                            words.text("common.save"),
                                            saved -> {
                                                if (RecordActions.run(
                                                        () ->
                                                                commands.reportCapacity(
                                                                        service.id(),
                                                                        field.getValue()))) {
                                                    dialog.close();
                                                    Notices.done("directory.saved", service.name());
                                                    done.run();
                                                }
                                            });
                            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                            dialog.getFooter()
                                    .add(
                                            new Button(
                                                    words.text("common.cancel"),
                                                    cancelled -> dialog.close()),
                                            save);
                            dialog.open();
                        });
    }
}
