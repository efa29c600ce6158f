using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The values of RoleMappingType.</summary>
public class RoleMappingType : ConstantClass
{
    /// <summary>The value Token.</summary>
    public static readonly RoleMappingType Token = new RoleMappingType("Token");

    /// <summary>The value Rules.</summary>
    public static readonly RoleMappingType Rules = new RoleMappingType("Rules");

    /// <summary>Makes a value, also one that this version does not know.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public RoleMappingType(string value)
        : base(value)
    {
    }

    /// <summary>The known instance of a value, or a new one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static RoleMappingType FindValue(string value) => FindValue<RoleMappingType>(value);

    /// <summary>Text as a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator RoleMappingType(string value) => FindValue(value);
}
