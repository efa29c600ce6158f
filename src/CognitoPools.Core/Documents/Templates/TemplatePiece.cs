namespace CognitoPools.Documents.Templates;

/// <summary>A part of a value of a template, resolved as far as possible without its context.</summary>
/// <param name="Kind">The kind of the part.</param>
/// <param name="Text">The literal text, the name of a parameter, or the logical id of a resource.</param>
internal readonly record struct TemplatePiece(TemplatePieceKind Kind, string Text);

/// <summary>The kinds of parts of a template value.</summary>
internal enum TemplatePieceKind
{
    /// <summary>Literal text.</summary>
    Literal,

    /// <summary>A pseudo parameter, such as <c>AWS::Region</c>.</summary>
    Pseudo,

    /// <summary>A parameter with NoEcho.</summary>
    Secret,

    /// <summary>The id of an identity pool of the template.</summary>
    PoolId,

    /// <summary>The name of a role of the template.</summary>
    RoleName,

    /// <summary>The ARN of a role of the template.</summary>
    RoleArn,

    /// <summary>The ARN of a managed policy of the template.</summary>
    PolicyArn,
}
