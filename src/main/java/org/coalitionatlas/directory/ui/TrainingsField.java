package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.directory.Training;
import org.coalitionatlas.directory.TrainingTopic;
import org.jspecify.annotations.Nullable;

/** Trainings taken, in the four topics of 001. */
final class TrainingsField extends RowsField<Training> {

    TrainingsField(DirectoryWords words) {
        super(words, "directory.field.trainings", "directory.trainings.add");
        namedBySection(words.text("directory.field.trainings"));
        setHelperText(words.text("directory.trainings.help"));
    }

    @Override
    Row<Training> row(@Nullable Training training) {
        return new TrainingRow(training);
    }

    private final class TrainingRow implements Row<Training> {

        private final Select<TrainingTopic> topic = new Select<>();
        private final DatePicker takenOn = new DayField(words().text("directory.training.takenOn"));
        private final TextField provider =
                new TextField(words().text("directory.training.provider"));

        private final IntegerField months =
                new IntegerField(words().text("directory.training.validMonths"));
        private final TextField evidence =
                new TextField(words().text("directory.training.evidence"));

        TrainingRow(@Nullable Training training) {
            topic.setLabel(words().text("directory.training.topic"));
            topic.setItems(TrainingTopic.values());
            topic.addClassName("roomy");
            evidence.addClassName("roomy");
            topic.setItemLabelGenerator(value -> words().of("topic", value));
            topic.setValue(
                    training == null ? TrainingTopic.IDENTIFICATION_RESPONSE : training.topic());
            provider.setMaxLength(200);
            evidence.setMaxLength(500);
            months.setStepButtonsVisible(true);
            months.setMin(1);
            months.setMax(Training.LONGEST_MONTHS);
            months.setValue(training == null ? Training.USUAL_MONTHS : training.validMonths());
            if (training != null) {
                takenOn.setValue(training.takenOn());
                provider.setValue(training.provider() == null ? "" : training.provider());
                evidence.setValue(training.evidence() == null ? "" : training.evidence());
            }
            topic.addValueChangeListener(e -> changed(e.isFromClient()));
            takenOn.addValueChangeListener(e -> changed(e.isFromClient()));
            provider.addValueChangeListener(e -> changed(e.isFromClient()));
            months.addValueChangeListener(e -> changed(e.isFromClient()));
            evidence.addValueChangeListener(e -> changed(e.isFromClient()));
        }

        @Override
        public List<Component> fields() {
            return List.of(topic, takenOn, provider, months, evidence);
        }

        @Override
        public Training value() {
            try {
                LocalDate day = takenOn.getValue();
                if (day == null) {
                    throw new InvalidValue("invalid.missing");
                }
                if (day.isAfter(words().today())) {
                    throw new InvalidValue("invalid.training.planned", words().day(day));
                }
                takenOn.setInvalid(false);
                Integer valid = months.getValue();
                return new Training(
                        topic.getValue(),
                        day,
                        provider.getValue(),
                        valid == null ? Training.USUAL_MONTHS : valid,
                        null,
                        evidence.getValue());
            } catch (InvalidValue e) {
                takenOn.setErrorMessage(words().text(e.messageKey(), e.arguments()));
                takenOn.setInvalid(true);
                throw e;
            }
        }
    }
}
