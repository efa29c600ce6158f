using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts a policy in the forms that users have: JSON, the lines of a file, <c>file://</c> and a path as in the
/// AWS CLI, the output of Get-Item for a file, a hashtable, or the output of ConvertFrom-Json. The cmdlet receives
/// JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PolicyDocumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter accepts several policies, so that a list of complete documents stays a list.</summary>
    public bool Several { get; set; }

    /// <summary>Converts the value to JSON. The cmdlet checks whether it is a policy.</summary>
    /// <param name="engineIntrinsics">The engine, which knows the current folder.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The text, or a list of texts.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">A file cannot be read, or JSON cannot contain a
    /// value.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        if (value is not IList list)
            return Document(engineIntrinsics, value);
        if (list.Count == 0)
            throw new ArgumentTransformationMetadataException("The list of policies must not be empty. Specify a policy, or omit the parameter.");
        var items = list.Cast<object?>().Select(Unwrapped.Object).ToList();
        // The first line alone is not a document, and blank lines arrive as null or empty.
        if (items.TrueForAll(item => item is null or string) && !(Several && items.TrueForAll(IsWhole)))
        {
            foreach (var text in items.OfType<string>())
                RefusePath(engineIntrinsics, text);
            return string.Join("\n", items);
        }
        if (!Several && items.Count > 1)
        {
            throw new ArgumentTransformationMetadataException(
                "This parameter accepts only one policy. Use New-PoolRolePolicy -PermissionsPolicy to join several policies.");
        }
        var documents = items.ConvertAll(item => Document(engineIntrinsics, item));
        return Several ? documents.ToArray() : documents[0];
    }

    private static bool IsWhole(object? item) => item is string text
        && (PolicyFile.IsReference(text) || (text.TrimStart().StartsWith("{", StringComparison.Ordinal)
            && text.TrimEnd().EndsWith("}", StringComparison.Ordinal)));

    private static object? Document(EngineIntrinsics engine, object? value) => value switch
    {
        string text when PolicyFile.IsReference(text) => PolicyFile.ReadReference(engine.SessionState, text),
        string text => RefusePath(engine, text),
        FileInfo file => PolicyFile.ReadReference(engine.SessionState, file.FullName),
        IDictionary or PSObject { BaseObject: PSCustomObject } => JsonText.Of(value),
        _ => value,
    };

    private static string RefusePath(EngineIntrinsics engine, string text) => !PolicyFile.IsPath(engine.SessionState, text) ? text
        : throw new ArgumentTransformationMetadataException(
            $"'{text}' is the path of a file, not a policy. Specify 'file://{text}' to read the file, or use -PolicyFile where the "
                + "cmdlet has it.");
}
