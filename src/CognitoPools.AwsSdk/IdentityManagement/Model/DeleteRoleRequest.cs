namespace Amazon.IdentityManagement.Model;

/// <summary>The request of DeleteRole. Deletes the specified role. Unlike the Amazon Web Services Management Console, when you delete a role programmatically, you must delete the items attached to the role manually, or the deletion fails.</summary>
public partial class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The name of the role to delete. This parameter allows (through its regex pattern) a string of characters consisting of upper and lowercase alphanumeric characters with no spaces. Required. Constraint: 1 to 64 characters, pattern [\w+=,.@-]+.</summary>
    public string RoleName { get; set; }
}
