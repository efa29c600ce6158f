using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The values of ErrorCode.</summary>
public class ErrorCode : ConstantClass
{
    /// <summary>The value AccessDenied.</summary>
    public static readonly ErrorCode AccessDenied = new ErrorCode("AccessDenied");

    /// <summary>The value InternalServerError.</summary>
    public static readonly ErrorCode InternalServerError = new ErrorCode("InternalServerError");

    /// <summary>Makes a value, also one that this version does not know.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public ErrorCode(string value)
        : base(value)
    {
    }

    /// <summary>The known instance of a value, or a new one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static ErrorCode FindValue(string value) => FindValue<ErrorCode>(value);

    /// <summary>Text as a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator ErrorCode(string value) => FindValue(value);
}
