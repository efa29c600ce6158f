namespace Amazon.IdentityManagement.Model;

/// <summary>The operations that answer in pages.</summary>
public interface IIdentityManagementPaginatorFactory
{
    /// <summary>The pages of ListAttachedRolePolicies.</summary>
    /// <param name="request">The request for the first page.</param>
    IListAttachedRolePoliciesPaginator ListAttachedRolePolicies(ListAttachedRolePoliciesRequest request);

    /// <summary>The pages of ListInstanceProfilesForRole.</summary>
    /// <param name="request">The request for the first page.</param>
    IListInstanceProfilesForRolePaginator ListInstanceProfilesForRole(ListInstanceProfilesForRoleRequest request);

    /// <summary>The pages of ListRolePolicies.</summary>
    /// <param name="request">The request for the first page.</param>
    IListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request);

    /// <summary>The pages of ListRoles.</summary>
    /// <param name="request">The request for the first page.</param>
    IListRolesPaginator ListRoles(ListRolesRequest request);
}
