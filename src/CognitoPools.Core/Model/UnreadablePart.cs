namespace CognitoPools;

/// <summary>A part of an identity pool that the caller cannot read, or that an emulator does not support.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Permission">The permission that reads it.</param>
/// <param name="Reason">The answer of the service.</param>
public sealed record UnreadablePart(string Part, string Permission, string Reason)
{
    /// <inheritdoc cref="UnreadablePart" path="/param[@name='Part']"/>
    public string Part { get; internal init; } = Part;

    /// <inheritdoc cref="UnreadablePart" path="/param[@name='Permission']"/>
    public string Permission { get; internal init; } = Permission;

    /// <inheritdoc cref="UnreadablePart" path="/param[@name='Reason']"/>
    public string Reason { get; internal init; } = Reason;

    /// <inheritdoc/>
    public override string ToString() => $"{Part}: {Reason}";

    /// <summary>The default roles and role mappings.</summary>
    internal static UnreadablePart Roles(string reason) => new(
        "Roles and role mappings", "cognito-identity:GetIdentityPoolRoles", reason);

    /// <summary>The attribute mappings of the providers.</summary>
    internal static UnreadablePart AttributeMappings(string reason) => new(
        "Attribute mappings", "cognito-identity:GetPrincipalTagAttributeMap", reason);

    /// <summary>The ARN, which contains the account id.</summary>
    internal static UnreadablePart Arn(string reason) => new("The ARN", "sts:GetCallerIdentity", reason);

    /// <summary>Whether a call writes the part: it replaces all that it writes, so the part must be known.</summary>
    internal bool IsWrittenBy(PoolCall call) => call switch
    {
        PoolCall.SetIdentityPoolRoles => Permission == Roles("").Permission,
        PoolCall.SetPrincipalTagAttributeMap => Permission == AttributeMappings("").Permission,
        _ => false,
    };
}

/// <summary>A change needs a part of the pool that could not be read.</summary>
public sealed class UnreadablePartException : Exception
{
    internal UnreadablePartException(string identityPool, UnreadablePart part, Exception? inner = null)
        : base($"{part.Part} of identity pool {identityPool} could not be read: {Sentences.Ended(part.Reason)}", inner) =>
        (IdentityPool, Part) = (identityPool, part);

    /// <summary>The pool.</summary>
    public string IdentityPool { get; }

    /// <summary>What could not be read.</summary>
    public UnreadablePart Part { get; }
}
