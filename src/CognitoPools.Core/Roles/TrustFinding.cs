namespace CognitoPools.Roles;

/// <summary>Something of a trust policy that works but is weaker or narrower than it should be.</summary>
/// <param name="Id">One of the constants of this type.</param>
/// <param name="Message">What, and what to do, in a sentence.</param>
/// <param name="Statement">The statement.</param>
internal sealed record TrustFinding(string Id, string Message, TrustStatement Statement)
{
    /// <summary>Whether more than the users for whom the role is meant can assume it.</summary>
    /// <param name="identityType">Whose role it is.</param>
    public bool IsHole(PoolIdentityType identityType) => Id switch
    {
        NotEvaluated => false,
        NoAmr => identityType == PoolIdentityType.Authenticated,
        _ => true,
    };

    /// <summary>The statement has no condition at all.</summary>
    public const string NoCondition = "TrustNoCondition";

    /// <summary>Nothing says which pool.</summary>
    public const string NoAudience = "TrustNoAudience";

    /// <summary>What says which pool does not bind: wildcards, IfExists, ForAllValues, a negation.</summary>
    public const string AudienceWildcard = "TrustAudienceWildcard";

    /// <summary>Other pools are accepted too.</summary>
    public const string OtherPool = "TrustOtherPool";

    /// <summary>Nothing says whether guests or authenticated users are meant.</summary>
    public const string NoAmr = "TrustNoAmr";

    /// <summary>The amr is a pattern that guests fit too.</summary>
    public const string AmrWildcard = "TrustAmrWildcard";

    /// <summary>Guests can assume a role of authenticated users.</summary>
    public const string AdmitsGuests = "TrustAuthenticatedAllowsGuest";

    /// <summary>Not only Cognito is trusted.</summary>
    public const string ExtraPrincipal = "TrustExtraPrincipal";

    /// <summary>A condition that only the service can evaluate may change the answer.</summary>
    public const string NotEvaluated = "TrustNotEvaluated";
}
