package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.ContactDraft.Training;
import org.coalitionatlas.directory.TrainingTopic;
import org.jspecify.annotations.Nullable;

/** Trainings a contact took, in the four topics of 001. */
final class TrainingsField extends RowsField<Training> {

    TrainingsField(DirectoryWords words) {
        super(words, "directory.field.trainings", "directory.trainings.add");
        setHelperText(words.text("directory.trainings.help"));
    }

    @Override
    Row<Training> row(@Nullable Training training) {
        return new TrainingRow(training);
    }

    private final class TrainingRow implements Row<Training> {

        private final Select<TrainingTopic> topic = new Select<>();
        private final DatePicker takenOn =
                new DatePicker(words().text("directory.training.takenOn"));
        private final TextField provider =
                new TextField(words().text("directory.training.provider"));

        TrainingRow(@Nullable Training training) {
            topic.setLabel(words().text("directory.training.topic"));
            topic.setItems(TrainingTopic.values());
            topic.setItemLabelGenerator(value -> words().of("topic", value));
            topic.setValue(
                    training == null ? TrainingTopic.IDENTIFICATION_RESPONSE : training.topic());
            provider.setMaxLength(200);
            if (training != null) {
                takenOn.setValue(training.takenOn());
                provider.setValue(training.provider() == null ? "" : training.provider());
            }
            topic.addValueChangeListener(e -> changed(e.isFromClient()));
            takenOn.addValueChangeListener(e -> changed(e.isFromClient()));
            provider.addValueChangeListener(e -> changed(e.isFromClient()));
        }

        @Override
        public List<Component> fields() {
            return List.of(topic, takenOn, provider);
        }

        @Override
        public Training value() {
            try {
                LocalDate day = takenOn.getValue();
                if (day == null) {
                    throw new InvalidValue("invalid.missing");
                }
                if (day.isAfter(words().today())) {
                    throw new InvalidValue("invalid.future", words().day(day));
                }
                takenOn.setInvalid(false);
                return new Training(topic.getValue(), day, Texts.tidy(provider.getValue(), 200));
            } catch (InvalidValue e) {
                takenOn.setErrorMessage(words().text(e.messageKey(), e.arguments()));
                takenOn.setInvalid(true);
                throw e;
            }
        }
    }
}
