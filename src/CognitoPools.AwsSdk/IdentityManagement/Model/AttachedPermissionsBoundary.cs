namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about an attached permissions boundary. An attached permissions boundary is a managed policy that has been attached to a user or role to set the permissions boundary.</summary>
public partial class AttachedPermissionsBoundary
{
    /// <summary>The permissions boundary usage type that indicates what type of IAM resource is used as the permissions boundary for an entity.</summary>
    public PermissionsBoundaryAttachmentType PermissionsBoundaryType { get; set; }

    /// <summary>The ARN of the policy used to set the permissions boundary for the user or role. Constraint: 20 to 2048 characters.</summary>
    public string PermissionsBoundaryArn { get; set; }
}
