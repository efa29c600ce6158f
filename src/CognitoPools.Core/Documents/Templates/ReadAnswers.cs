namespace CognitoPools.Documents.Templates;

/// <summary>The result of reading the AWS CLI output for a pool.</summary>
/// <param name="Definition">The pool. Its roles are only referenced.</param>
/// <param name="SecretValues">The consumer secrets in the output, by their names in the definition.</param>
internal sealed record ReadAnswers(PoolDefinition Definition, IReadOnlyDictionary<string, string> SecretValues);

/// <summary>The kinds of AWS CLI output for a pool.</summary>
internal enum AnswerKind
{
    /// <summary>The output of <c>describe-identity-pool</c>.</summary>
    Pool,

    /// <summary>The output of <c>get-identity-pool-roles</c>.</summary>
    Roles,

    /// <summary>Both in one object.</summary>
    PoolWithRoles,

    /// <summary>The output of <c>get-principal-tag-attribute-map</c>.</summary>
    TagMap,
}
