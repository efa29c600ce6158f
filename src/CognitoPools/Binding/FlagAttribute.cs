using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts a switch from a row, where it is text: True or False. The engine does not convert text to a
/// switch.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the cmdlet receives null for an empty cell.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>Converts text to a truth value.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The truth value; anything but text as it is.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">The text is neither True nor False.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Object(inputData) is not string text ? inputData
        : text.Length == 0 && AllowsNull ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw new ArgumentTransformationMetadataException($"The value must be True or False, not {ShownText.Quoted(text)}.");
}
