using System.Collections.Immutable;
using System.Reflection;
using NetGen.CompilerServices;
using NetGen.Tests.Data;
using NetGen.Tests.EndToEnd;

namespace NetGen.Tests.PublicSurface;

/// <summary>An instance of each public type, and a good argument for each parameter, made of one small network that has trained.</summary>
internal sealed class Samples
{
    /// <summary>Rows of the sample data set.</summary>
    public const int Rows = 12;

    private readonly Dictionary<Type, object> _values = [];

    public Samples(Gauge network)
    {
        INetwork any = network;
        Dataset data = new GaugeRows().Times(Rows / 4).Data();
        FitResult fit = network.Fit(data, data, new() { Epochs = 1 });
        Measurement measured = Measurement.Of(network, data);
        SweepPoint<float> point = new(1, []);
        var trial = new SweepTrial<float>(point, 1, TrialOutcome.Finished, 0.5);
        object[] values =
        [
            any.Memory, any.Schema, any.Schema.Inputs[0], any.Schema.Heads[0], any.Schema.Parameters[0], any.Schema.Parameters[0].Initializer,
            data, data.Split(0.5), data.Features("Left"), data.Labels("Kind"), network.A, network.Kind, new BatchOrder(Rows, 1),
            fit, fit.History[0], measured, measured["Kind"], measured["Flags"], measured["Size"], ((ClassificationMetrics)measured["Kind"]).Confusion,
            network.Sparsity(), network.Sparsity().Layers[0], new FitOptions(), new EarlyStopping(2), Every.Epoch, Metric.TotalLoss,
            new SweepOptions(), new CrossValidationOptions(), Grid.Of(1f), RandomSample.Of(1f, 3), point, trial,
            new Statistic(1, 2, 3), new Setting("a", "b"), new FoldResult(0, fit, measured), Standardizer.Learn(data, "Left"),
            "Left", true, 0.5, 1f, default(TimeSpan), default(StopReason), default(TrialOutcome), default(LossKind), default(CancellationToken),
            1, 1L, new[] { 1, 2 }, new float[4], new byte[4], new[] { "a" }, new[] { 1.0 }, new DataColumn[] { Toy.Image(3) },
            ImmutableArray<InputInfo>.Empty, ImmutableArray<HeadInfo>.Empty, ImmutableArray<ParameterInfo>.Empty, ImmutableArray<HeadMetrics>.Empty,
            ImmutableArray<EpochReport>.Empty, ImmutableArray.Create(1), ImmutableArray<float>.Empty, ImmutableArray<Setting>.Empty,
            new Func<int, INetwork>(_ => new Gauge()), new Func<float, int, INetwork>((_, _) => new Gauge()), (IEnumerable<SweepPoint<float>>)Grid.Of(1f),
            new Team(1, 1),
        ];
        foreach (object value in values)
        {
            _values[value.GetType()] = value;
        }

        _values[typeof(INetwork)] = any;
        _values[typeof(IDisposable)] = any;
        _values[typeof(IEnumerable<SweepPoint<float>>)] = Grid.Of(1f);
        _values[typeof(IEnumerable<int>)] = new[] { 1 };
    }

    /// <summary>The member with its instance and good arguments.</summary>
    public Call Prepare(MethodBase member) => new(
        member,
        member is MethodInfo { IsStatic: false } ? Value(member.DeclaringType!, member) : null,
        [.. member.GetParameters().Select(parameter => parameter.HasDefaultValue && parameter.DefaultValue is null && !parameter.ParameterType.IsValueType ? null : Value(parameter.ParameterType, member))]);

    private object? Value(Type type, MethodBase member)
    {
        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted.IsGenericType && wanted.GetGenericTypeDefinition() is var open && (open == typeof(ReadOnlySpan<>) || open == typeof(Span<>) || open == typeof(ReadOnlyMemory<>)))
        {
            wanted = wanted.GetGenericArguments()[0].MakeArrayType();
        }

        return _values.TryGetValue(wanted, out object? value) ? value
            : _values.Values.FirstOrDefault(wanted.IsInstanceOfType)
            ?? (wanted.IsValueType ? Activator.CreateInstance(wanted) : throw new InvalidOperationException($"{PublicMembers.Describe(member)} needs a {type}: add one to Samples."));
    }
}
