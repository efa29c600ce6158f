using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The values of AmbiguousRoleResolutionType.</summary>
public class AmbiguousRoleResolutionType : ConstantClass
{
    /// <summary>The value AuthenticatedRole.</summary>
    public static readonly AmbiguousRoleResolutionType AuthenticatedRole = new AmbiguousRoleResolutionType("AuthenticatedRole");

    /// <summary>The value Deny.</summary>
    public static readonly AmbiguousRoleResolutionType Deny = new AmbiguousRoleResolutionType("Deny");

    /// <summary>Makes a value, also one that this version does not know.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public AmbiguousRoleResolutionType(string value)
        : base(value)
    {
    }

    /// <summary>The known instance of a value, or a new one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static AmbiguousRoleResolutionType FindValue(string value) => FindValue<AmbiguousRoleResolutionType>(value);

    /// <summary>Text as a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator AmbiguousRoleResolutionType(string value) => FindValue(value);
}
