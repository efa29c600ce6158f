using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The values of AssertionEncryptionModeType.</summary>
public class AssertionEncryptionModeType : ConstantClass
{
    /// <summary>The value Required.</summary>
    public static readonly AssertionEncryptionModeType Required = new AssertionEncryptionModeType("Required");

    /// <summary>The value Allowed.</summary>
    public static readonly AssertionEncryptionModeType Allowed = new AssertionEncryptionModeType("Allowed");

    /// <summary>Makes a value, also one that this version does not know.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public AssertionEncryptionModeType(string value)
        : base(value)
    {
    }

    /// <summary>The known instance of a value, or a new one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static AssertionEncryptionModeType FindValue(string value) => FindValue<AssertionEncryptionModeType>(value);

    /// <summary>Text as a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator AssertionEncryptionModeType(string value) => FindValue(value);
}
