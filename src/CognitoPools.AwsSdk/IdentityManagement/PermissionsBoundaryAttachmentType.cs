using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The values of PermissionsBoundaryAttachmentType.</summary>
public class PermissionsBoundaryAttachmentType : ConstantClass
{
    /// <summary>The value PermissionsBoundaryPolicy.</summary>
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new PermissionsBoundaryAttachmentType("PermissionsBoundaryPolicy");

    /// <summary>Makes a value, also one that this version does not know.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public PermissionsBoundaryAttachmentType(string value)
        : base(value)
    {
    }

    /// <summary>The known instance of a value, or a new one.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);

    /// <summary>Text as a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator PermissionsBoundaryAttachmentType(string value) => FindValue(value);
}
