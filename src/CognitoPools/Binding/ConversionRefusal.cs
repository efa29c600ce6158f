using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Checks that several attributes of parameters share.</summary>
internal static class ConversionRefusal
{
    /// <summary>Refuses text that looks like a token or a secret key, without repeating it.</summary>
    /// <param name="value">A text or a list of texts.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It looks like one.</exception>
    public static void ThrowIfSecret(object? value)
    {
        if (value is IList list ? list.Cast<object?>().Any(IsSecret) : IsSecret(value))
        {
            throw new ArgumentTransformationMetadataException(
                "The value looks like a token or a secret key, which this parameter does not accept.");
        }
    }

    private static bool IsSecret(object? value) => Unwrapped.Object(value) is string text && ShownText.HoldsSecret(text);
}
