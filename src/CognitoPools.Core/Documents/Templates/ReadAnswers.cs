namespace CognitoPools.Documents.Templates;

/// <summary>What the answers of the AWS CLI say about a pool.</summary>
/// <param name="Definition">The pool. Its roles are only referred to.</param>
/// <param name="SecretValues">The consumer secrets of the answers, by the names under which the definition wants them.</param>
internal sealed record ReadAnswers(PoolDefinition Definition, IReadOnlyDictionary<string, string> SecretValues);

/// <summary>The answers of the AWS CLI that speak of a pool.</summary>
internal enum AnswerKind
{
    /// <summary>The answer of <c>describe-identity-pool</c>.</summary>
    Pool,

    /// <summary>The answer of <c>get-identity-pool-roles</c>.</summary>
    Roles,

    /// <summary>Both in one object.</summary>
    PoolWithRoles,

    /// <summary>The answer of <c>get-principal-tag-attribute-map</c>.</summary>
    TagMap,
}
