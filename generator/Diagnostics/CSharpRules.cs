using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The class and its properties as C#: what must hold for the other half to be emitted.</summary>
internal static class CSharpRules
{
    private const string Category = "NetGen.CSharp";

    public static readonly DiagnosticDescriptor Unexpected = new(
        Rules.Unexpected, "The compiler met an unexpected failure",
        "The network '{0}' could not be compiled because NetGen itself failed: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "This is a mistake in NetGen, not in the network. Please report it with the declaration of the class. Meanwhile its members throw when called.");

    public static readonly DiagnosticDescriptor ClassNotPartial = new(
        Rules.ClassNotPartial, "A network class must be partial",
        "'{0}' must be partial, so that its training code can be added to it: '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The compiler writes the other half of the class.");

    public static readonly DiagnosticDescriptor ClassGeneric = new(
        Rules.ClassGeneric, "A network class cannot be generic",
        "'{0}{1}' cannot be generic: a network's shapes are constants and its parameters floats. Remove {1}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "There is one memory layout for each network class, so type parameters have no part in it.");

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        Rules.ContainerNotPartial, "A type around a network class must be partial",
        "'{1}', which contains the network '{0}', must be partial too, so that the other half of '{0}' can be written inside it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Every type around the class is opened again in the emitted file.");

    public static readonly DiagnosticDescriptor ClassForm = new(
        Rules.ClassForm, "A network class must be a plain class",
        "'{0}' is {1}, but a network must be a plain class with no base class: '{2}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "An instance holds parameters and memory of its own. Records would copy them, static and abstract classes have no instances, file-local classes cannot be continued in an emitted file, and a base class would not be constructed with the network.");

    public static readonly DiagnosticDescriptor PropertyNotPartial = new(
        Rules.PropertyNotPartial, "A value must be a partial property",
        "'{0}' must be partial, so that the compiler can implement it: '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Each annotated property is one named value of the network; its getter is emitted.");

    public static readonly DiagnosticDescriptor PropertyForm = new(
        Rules.PropertyForm, "A value must be an instance property with only a getter",
        "'{0}' is {1}, but a value is written once and implemented by the compiler: '{2}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Values are fixed by the declaration, so they have no setter, no body and no static form.");

    public static readonly DiagnosticDescriptor PropertyType = new(
        Rules.PropertyType, "A value is a Layer or a Head",
        "'{0}' is of type '{1}', but a value is a Layer (other values may read it) or a Head (an output with a loss): '{2}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Declare the property as Layer or Head, not nullable.");

    public static readonly DiagnosticDescriptor Constructor = new(
        Rules.Constructor, "A network's constructors are emitted",
        "This constructor of '{0}' would leave the network without memory or repeat an emitted one. Call an emitted one first, ': this(seed: 0)', and take other parameters than (int) or (Hyperparameters, int).",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The emitted constructors allocate the parameters and draw their start. A constructor of your own must go through one of them.");

    public static readonly DiagnosticDescriptor NameTaken = new(
        Rules.NameTaken, "A name is taken",
        "The name '{0}' is taken: {1}. Rename it.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Emitted members (Fit, Predict, Data, ForwardHidden, ...) and the user's live in one class.");

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        Rules.LanguageVersion, "NetGen needs C# 14",
        "NetGen needs C# 14; this project is set to {1}. Set LangVersion to 14 in the project file, or leave it out.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Emitted code uses partial properties and 'field'. C# 14 is the default of projects for .NET 10.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        Unexpected, ClassNotPartial, ClassGeneric, ContainerNotPartial, ClassForm,
        PropertyNotPartial, PropertyForm, PropertyType, Constructor, NameTaken,
        LanguageVersion,
    ];
}
