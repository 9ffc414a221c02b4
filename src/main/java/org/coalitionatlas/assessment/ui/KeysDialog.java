package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** The keys of the sheet. */
final class KeysDialog extends Dialog {

    private static final List<String> KEYS =
            List.of(
                    "assessment.keys.move",
                    "assessment.keys.yes",
                    "assessment.keys.no",
                    "assessment.keys.unknown",
                    "assessment.keys.confirm",
                    "cycle.keys.unchanged",
                    "assessment.keys.nobody",
                    "assessment.keys.clear",
                    "cycle.keys.said",
                    "assessment.keys.inside",
                    "assessment.keys.help");

    KeysDialog(SheetWords words) {
        setHeaderTitle(words.text("assessment.keys"));
        var keys = new DescriptionList();
        keys.addClassName("sheet-keys");
        for (String key : KEYS) {
            keys.add(
                    new DescriptionList.Term(words.text(key + ".key")),
                    new DescriptionList.Description(words.text(key)));
        }
        add(keys);
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        setWidth("min(36rem, 95vw)");
    }
}
