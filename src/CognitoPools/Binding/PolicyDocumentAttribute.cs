using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes a policy in the forms in which users have one: JSON, the lines of a file, <c>file://</c> and a path as the
/// AWS CLI takes it, what Get-Item returns for a file, a hashtable, or what ConvertFrom-Json made. The cmdlet gets
/// JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PolicyDocumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the parameter takes several policies, so that a list whose items are whole documents stays one.</summary>
    public bool Several { get; set; }

    /// <summary>Brings the value to JSON. Whether it is a policy is checked by the cmdlet.</summary>
    /// <param name="engineIntrinsics">The engine, which knows the current folder.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>The text, or a list of texts.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">A file cannot be read, or a value has no place in
    /// JSON.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        if (value is not IList list)
            return Document(engineIntrinsics, value);
        if (list.Count == 0)
            throw new ArgumentTransformationMetadataException("No policy was given: the list is empty.");
        var items = list.Cast<object?>().Select(Unwrapped.Object).ToList();
        // The first line of a document alone is none, and its blank lines arrive as null or empty.
        if (items.TrueForAll(item => item is null or string) && !(Several && items.TrueForAll(IsWhole)))
        {
            foreach (var text in items.OfType<string>())
                RefusePath(engineIntrinsics, text);
            return string.Join("\n", items);
        }
        if (!Several && items.Count > 1)
        {
            throw new ArgumentTransformationMetadataException(
                "Several policies were given, and the parameter takes one. Join them: New-PoolRolePolicy -PermissionsPolicy takes several.");
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
            $"'{text}' is the path of a file and no policy. Specify 'file://{text}' to have the file read; cmdlets with -PolicyFile "
                + "take the path there.");
}
