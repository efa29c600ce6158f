using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes a switch from a row, where it is text: True or False. The engine takes no text for a switch.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether an empty cell is let through to the cmdlet, as null.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>Brings text to a truth value.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>The truth value; anything but text as it is.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">The text is neither True nor False.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Object(inputData) is not string text ? inputData
        : text.Length == 0 && AllowsNull ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw new ArgumentTransformationMetadataException($"'{ShownText.Value(text)}' is neither True nor False.");
}
