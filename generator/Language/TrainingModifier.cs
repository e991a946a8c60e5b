namespace NetGen.Generator.Language;

/// <summary>
/// What an attribute of the class changes about training, besides the optimizer and its schedules: clipping, adversarial examples, mixup,
/// averaging.
/// </summary>
internal abstract record TrainingModifier;
