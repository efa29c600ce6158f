using System.Collections;
using System.Management.Automation;
using CognitoPools.Documents;
using CognitoPools.Errors;

namespace CognitoPools.Binding;

/// <summary>A document in the forms that users have: text, a file, the output of Export-CognitoIdentityPool or of
/// ConvertFrom-Json.</summary>
internal static class DocumentArgument
{
    private const string FromPipeline = "the document of the pipeline";

    /// <summary>The text of a document that is not a string.</summary>
    /// <param name="value">The value from the user.</param>
    /// <exception cref="PoolException">It is something else.</exception>
    public static SourceText Read(object value)
    {
        if (Unwrapped.Object(value) is PoolDocument own)
            return OfFormat(own.Format, own.Text, own.Name);
        if (OwnObject.NamedType(value) is { } type)
        {
            return type == nameof(PoolDocument)
                ? OfFormat(
                    Enum.TryParse<PoolDocumentFormat>(Unwrapped.Property(value, nameof(PoolDocument.Format)), out var format) ? format : default,
                    Unwrapped.Property(value, nameof(PoolDocument.Text)) ?? "", Unwrapped.Property(value, nameof(PoolDocument.Name)) ?? "")
                : throw new PoolException(PoolErrorId.NotAPoolDocument, OwnObject.Kind(type));
        }
        return Unwrapped.Object(value) switch
        {
            FileInfo file => DocumentPath.ReadFile(file.FullName, file.Name),
            // A row of a file, or JSON of a document that Export-CognitoIdentityPool wrote.
            { } row when IsKept(row) => new SourceText(
                Unwrapped.Property(row, nameof(PoolDocument.Text))!,
                Unwrapped.Property(row, nameof(PoolDocument.Name)) is { } name ? $"the document of '{name}'" : FromPipeline),
            IDictionary or PSObject { BaseObject: PSCustomObject } => new SourceText(JsonText.Of(value), FromPipeline),
            IList list when list.Cast<object?>().All(item => Unwrapped.Object(item) is string) =>
                new SourceText(string.Join("\n", list.Cast<object?>()), FromPipeline),
            IList => new SourceText(JsonText.Of(value), FromPipeline),
            var other => throw new PoolException(PoolErrorId.NotAPoolDocument, $"a value of type {other?.GetType().Name ?? "null"}"),
        };
    }

    /// <summary>Whether an object of a pipeline is a document itself and not a row that names one.</summary>
    /// <param name="record">The input of a pipeline.</param>
    public static bool IsDocument(object? record) => Unwrapped.Object(record) switch
    {
        null or string => false,
        FileInfo or PoolDocument => true,
        { } other => OwnObject.NamedType(record!) is not null || IsKept(other) || !HasPath(other),
    };

    /// <summary>Whether an object is a file or the output of Export-CognitoIdentityPool, and not an object that names a pool.</summary>
    /// <param name="value">The value from the user.</param>
    public static bool IsPoolDocument(object value) => Unwrapped.Object(value) is FileInfo || IsExported(value);

    /// <summary>Whether an object is or was output of Export-CognitoIdentityPool, whose Region is that of the pool.</summary>
    /// <param name="value">A document.</param>
    public static bool IsExported(object value) =>
        OwnObject.NamedType(value) == nameof(PoolDocument) || IsKept(Unwrapped.Object(value)!);

    private static SourceText OfFormat(PoolDocumentFormat format, string text, string name) => format != PoolDocumentFormat.Terraform
        ? new SourceText(text, $"the document of '{name}'")
        : throw new PoolException(PoolErrorId.NotAPoolDocument, $"a Terraform configuration of '{name}'");

    private static bool IsKept(object row) => Unwrapped.PropertyValue(row, nameof(PoolDocument.Text)) is not null
        && Unwrapped.PropertyValue(row, nameof(PoolDocument.Format)) is not null;

    private static bool HasPath(object row) => Unwrapped.PropertyValue(row, "Path") is not null
        || Unwrapped.PropertyValue(row, "FullName") is not null || Unwrapped.PropertyValue(row, "PSPath") is not null;
}
